"""What the reader's browser is told and tells: addresses, scripts, menus, its width."""
