"""Small pieces that several components are made of."""
