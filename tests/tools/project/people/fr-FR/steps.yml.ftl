open-the-door = Ouvrir
  la porte
take-the-key-turn-it-twice =
    Prenez la clé.
    { "[" }Tournez] deux fois.
    { "*" }Poussez* la porte.
    {"."}Fermez-la.

    { "  " }En retrait, après une ligne vide.
    { "}" } n’est qu’une accolade.
    # pas de titre.
    clé = valeur
    { "" }
pull-it-and-leave = *Tirez*
    et partez.
