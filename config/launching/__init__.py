"""Starts, watches and stops the processes of one portal. Standard library only."""
