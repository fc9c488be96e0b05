"""What rows of cadres must agree with, said in words."""
