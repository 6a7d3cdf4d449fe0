"""What several views share: the selection, the evidence panel, cards, tables, messages."""
