the-developer-last-reviewed-this-page-429f = 開発者によるこのページの最終確認日: 2021 年 11 月 22 日
