"""What outlives a session: configuration, state, cached findings."""
