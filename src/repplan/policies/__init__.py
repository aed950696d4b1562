"""Every legal number, its source and the day it was checked."""
