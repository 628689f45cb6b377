### Words of the house

-desk = bureau
    .gender = masculine
    .plural = bureaux
-door =
    { $case ->
       *[plain] porte
        [with-article] la porte
    }
    .gender = feminine
