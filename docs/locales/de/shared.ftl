# @meaning

# @read-on
read-on = Zum Weiterlesen:

# @stale

# @unproven

# @what-you-can-rely-on

# @what-you-have-now
what-you-have-now = Was Sie jetzt haben

