"""What people keep: games and their versions, and the jobs that make them."""
