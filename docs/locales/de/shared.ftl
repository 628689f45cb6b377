# @key
key = Schlüssel

# @meaning
meaning = Bedeutung

# @read-on
read-on = Zum Weiterlesen:

# @stale
stale = veraltet

# @unproven
unproven = nicht bewiesen

# @what-you-can-rely-on
what-you-can-rely-on = Worauf Sie sich verlassen können

# @what-you-have-now
what-you-have-now = Was Sie jetzt haben

