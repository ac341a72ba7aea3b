/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.List;

final class QuoteNode {
    static List<QuoteNode> of(DeskArticle article) {
        return List.of();
    }
}
