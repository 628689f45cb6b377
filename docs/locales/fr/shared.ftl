# @meaning

# @read-on
read-on = Pour continuer :

# @stale

# @unproven

# @what-you-can-rely-on

# @what-you-have-now
what-you-have-now = Ce que vous avez maintenant

