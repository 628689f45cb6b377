denmark = Dinamarca
within-7-days = En un plazo de 7 días
once-a-year = Una vez al año
type-2 = Tipo 2
level-aa = Nivel AA
