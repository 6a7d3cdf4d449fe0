"""The verb a number hangs on, who does what it says, and whether it is told to have happened."""
