"""The parts of a screen; none knows another."""
