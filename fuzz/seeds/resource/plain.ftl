# Quays › Title (heading)
berths = Liegeplätze
# @missing-one

ask-the-master =
    Fragen Sie den
    Hafenmeister.
    { "[" }nicht{ "]" }
-brand = Contoso
hint = { -brand } und { $name }
    .title = Hinweis
empty = { "" }
