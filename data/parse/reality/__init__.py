"""Reality: whether what a sentence tells happened, and whether it is only told to be denied."""
