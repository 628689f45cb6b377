# @key
key = clé

# @meaning
meaning = signification

# @read-on
read-on = Pour continuer :

# @stale
stale = périmée

# @unproven
unproven = non prouvé

# @what-you-can-rely-on
what-you-can-rely-on = Ce sur quoi vous pouvez compter

# @what-you-have-now
what-you-have-now = Ce que vous avez maintenant

