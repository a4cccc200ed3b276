"""Services that are asked over the network, and only when somebody asks: one file each, and what all of them need."""
