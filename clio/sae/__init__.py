"""Sparse autoencoders (SAEs): training, formats on disk, and the features of conversations."""
