//! What several test programs use.

/// A localised page without its six hand-off keys.
pub fn without_hand_off(page: &str) -> String {
    const KEYS: [&str; 6] =
        ["ms.openlocfilehash:", "ms.sourcegitcommit:", "ms.translationtype:", "ms.contentlocale:", "ms.lasthandoff:", "ms.locfileid:"];
    page.split_inclusive('\n').filter(|line| !KEYS.iter().any(|key| line.starts_with(key))).collect()
}
