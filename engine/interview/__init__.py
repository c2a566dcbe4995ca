"""The interview without a face: reading what was typed, and the order of questions."""
