read-this-page-before-you-lend = *Lisez* cette page
  avant de prêter
     un bureau{ " " }
net-applications-find-a-desk-by = .NET trouve un bureau par son {"{"}name{ "}" }.
braces-stay-slot-and-desk = { "Les accolades restent : {}, {{ slot }} et { $desk }." }
quoted-words-a-backslash-and-code = "Mots" entre guillemets, un \\ et { "`code { }`" } { "\"" }{ "\\" } restent.
a-desk-in-the-caf-costs = Un bureau au caf{ "\u00E9" } coûte 5 € { "\u2013" } les naïfs { "\U002615" } paient.
a-text-that-only-this-page = { "  " }Un texte{ "\u0009" }à lui{ "\u00A0" }!
lend-a-desk-to-a-friend = [Prêtez] un bureau
# Only a remark
a-desk-with-a-view-is = { "" }Un bureau avec vue est { "" }rare
who-pays-for-the-desk =

    Qui paie

      le bureau ?

