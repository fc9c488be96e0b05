"""The ground: territory, people who sign in, how data comes in."""
