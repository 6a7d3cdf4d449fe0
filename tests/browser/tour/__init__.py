"""Every corner of the dashboard in a real browser: minutes of clicking, `make tour` runs it."""
