"""What a region already does, held against what its type and phase need: registers, mapping, gaps."""
