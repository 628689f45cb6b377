the-developer-last-reviewed-this-page-d992 = 開発者によるこのページの最終確認日: 2021 年 3 月 16 日
