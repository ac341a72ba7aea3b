/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.MinHashVersion;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class MinHashTest {
    @Property
    void shouldSignAsHash4jDoes(@ForAll @Size(min = 1, max = 300) long[] elements) {
        byte[] expected = SimilarityHashing.minHash(
                        Sketcher.COMPONENTS, Sketcher.COMPONENT_BYTES * Byte.SIZE, MinHashVersion.V1)
                .createHasher()
                .compute(ElementHashProvider.ofFunction(i -> elements[i], elements.length));

        assertThat(MinHash.signature(elements, elements.length)).isEqualTo(expected);
    }
}
