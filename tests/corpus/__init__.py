"""What every brief claims, as a reader wrote it down, beside what the rules make of it."""
