# A second line that is not indented cuts a translation short: it is not published.
translated
edit $FTL 'Ouvrez la page.' 'Ouvrez\nla page tout de suite.'
ends 2 handback sync
says '`open-the-settings-page` is cut short here'
has $PAGE 'Ouvrez la page.'
