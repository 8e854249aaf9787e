"""Questions of speed and memory, each answered by ratios taken in one run."""
