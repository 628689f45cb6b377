### Resource comment, first part

### Resource comment, second part

# A comment that belongs to nothing

## Group of the cells

# A comment of two lines
# on one message
audited = Contrôlé
    .title = Une « aide »
    .accesskey = c
    .aria-label =
        Sur deux
        lignes
value = { "Valeur" }
what = Quoi{ "" }
seats = { NUMBER($seats) ->
    [0] Aucune place
    [one] Place
    *[other] Places
}
n-a =
    { $row ->
        [audited]
            S/O
       *[other] N/{ "A" }
    }

## Group of the questions

where-is-the-desk-kept = Où est le { -desk }&nbsp;?
when-is-the-desk-free = Quand { -desk.gender ->
       *[masculine] est-il
        [feminine] est-elle
    } libre&nbsp;?
##

the-owner-of-the-desk-opens = { $kind ->
    [paragraph] Ouvrir { -door(case: "with-article") }
    *[other] { $occurrence ->
        [0] La { -door }
        [1.0] Une autre
        *[other]
            { $section ->
                [fabrikam-desk] Une
                *[other] Cette
            } { -door } : { "{" }x{ "}" }
    }
} : le propriétaire du { -desk }.
the-reader-of-the-page-sees = { $section ->
    [fabrikam-desk] *Le lecteur* voit
    [fabrikam-shelf]
        { "[" }Le lecteur]
        lit
    *[other] .Lui
} une indication { NUMBER($occurrence, minimumFractionDigits: 1, style: "decimal") } { value }.
app-lends-a-place-to-anybody = [{ $app }](desk.md) prête { { "une" } } place à quiconque.
last-updated-on-datetime-updated-datestyle =   Mise à jour : {DATETIME($updated,dateStyle:"long")}
the-desk-takes-several-seats-of = { INITIAL($app) ->
    [vowel] Le bureau prend plusieurs places d’{ $app }.
    *[other] Le bureau prend plusieurs places de { $app }.
  }
ask-the-help-desk-of-app = { "[" }Demandez] à { $app }{"."}
what-a-desk-is-a-place =
      Un "bureau" : une place, un {"{"}slot{"}"}, et C:\desks.
