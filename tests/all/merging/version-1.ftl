one-text = Un texte.
# a note
two-texts = Deux textes.
three-texts =
    Trois
    textes.
gone-text = Disparu.
