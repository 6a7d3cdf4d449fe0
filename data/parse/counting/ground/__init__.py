"""Who has the ground that is counted or of which a share is told."""
