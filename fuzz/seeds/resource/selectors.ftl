### Of all
boats = { $count ->
    [one] Ein Boot
   *[other] { NUMBER($count, minimumFractionDigits: 1) } Boote
}
kind = { $kind ->
    [cell] Zelle "x"
   *[other] { DATE($day, dateStyle: "long") }
} am { "\u00e9" }
