the-developer-last-reviewed-this-page-77e0 = 開発者によるこのページの最終確認日: 2021 年 12 月 9 日
