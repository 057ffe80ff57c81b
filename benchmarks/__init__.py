"""What `make bench` runs: the figures that cvpress promises, beside those of its peers."""
