"""How right it is: what is planted is known, so what is found can be scored."""
