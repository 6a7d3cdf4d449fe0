"""Claims on one measure over time: who says what, from when on."""
