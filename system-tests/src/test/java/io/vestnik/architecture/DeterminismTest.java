/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.architecture;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Searches what makes results (the text analysis, the desk, the topologies) for what could make two runs differ: a clock,
 * a random number, the order of a hash table.
 *
 * <p>Hash tables are forbidden where they are made, not where they are walked: a walk through {@code Map} or {@code Set}
 * cannot be told from a harmless one. Constants of a class are excepted: they are looked up, and their authors are asked
 * to keep it so. Insertion-ordered and sorted tables are free.
 */
@AnalyzeClasses(packages = "io.vestnik", importOptions = ImportOption.DoNotIncludeTests.class)
class DeterminismTest {
    private static final String[] RESULT_PACKAGES = {"io.vestnik.text..", "io.vestnik.streams.."};

    /**
     * Caches that several threads ask by key and nobody walks, and the table of lists that the desk's index asks by key
     * alone.
     */
    private static final Set<String> LOOKED_UP_ONLY = Set.of(
            "io.vestnik.streams.table.ValueSerdeCache",
            "io.vestnik.text.sketch.TermWeighers",
            "io.vestnik.text.desk.index.ListTable");

    /** The order of {@code Set.of} and {@code Map.of} even changes from one start of the machine to the next. */
    private static final DescribedPredicate<JavaAccess<?>> HASH_TABLE =
            describe("make a table whose order is that of hashes", access -> {
                AccessTarget target = access.getTarget();
                String name = target.getName();
                boolean constant = access.getOrigin().getName().equals("<clinit>");
                boolean lookedUp =
                        LOOKED_UP_ONLY.contains(access.getOriginOwner().getName());
                boolean constructed = name.equals("<init>")
                        && (target.getOwner().isEquivalentTo(HashMap.class)
                                || target.getOwner().isEquivalentTo(HashSet.class)
                                || target.getOwner().isEquivalentTo(IdentityHashMap.class)
                                || target.getOwner().isEquivalentTo(ConcurrentHashMap.class)
                                || target.getOwner()
                                        .getName()
                                        .matches("it\\.unimi\\.dsi\\.fastutil\\..*HashMap|.*OpenHashSet"));
                boolean factory = (target.getOwner().isEquivalentTo(Set.class)
                                || target.getOwner().isEquivalentTo(Map.class))
                        && (name.equals("of") || name.equals("copyOf") || name.equals("ofEntries"))
                        && !holdsOneAtMost(access);
                boolean collector = target.getOwner().isEquivalentTo(Collectors.class)
                        && (name.equals("toSet")
                                || name.equals("toUnmodifiableSet")
                                || name.equals("toUnmodifiableMap"));
                return !constant && !lookedUp && (constructed || factory || collector);
            });

    /** {@code Set.of()}, {@code Set.of(a)}, {@code Map.of()} and {@code Map.of(k, v)} have no order to differ in. */
    private static boolean holdsOneAtMost(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof AccessTarget.MethodCallTarget call)
                || !call.getName().equals("of")) {
            return false;
        }
        int most = call.getOwner().isEquivalentTo(Map.class) ? 2 : 1;
        return call.getRawParameterTypes().size() <= most
                && call.getRawParameterTypes().stream().noneMatch(JavaClass::isArray);
    }

    private static final DescribedPredicate<JavaAccess<?>> CLOCK = describe("ask a clock", access -> {
        String owner = access.getTargetOwner().getFullName();
        String name = access.getTarget().getName();
        return (owner.startsWith("java.time.") && name.equals("now"))
                || (access.getTargetOwner().isEquivalentTo(Clock.class) && name.startsWith("system"))
                || (owner.equals("java.lang.System") && (name.equals("currentTimeMillis") || name.equals("nanoTime")));
    });

    private static final DescribedPredicate<JavaAccess<?>> RANDOMNESS = describe("draw a random number", access -> {
        AccessTarget target = access.getTarget();
        return target.getOwner().isAssignableTo(Random.class)
                || target.getOwner().isEquivalentTo(ThreadLocalRandom.class)
                || (target.getOwner().isEquivalentTo(UUID.class)
                        && target.getName().equals("randomUUID"))
                || (target.getOwner().isEquivalentTo(Math.class)
                        && target.getName().equals("random"))
                || target.getName().equals("identityHashCode");
    });

    private static final DescribedPredicate<JavaAccess<?>> THREADS =
            describe("spread a computation over threads", access -> {
                AccessTarget target = access.getTarget();
                return (target.getOwner().isAssignableTo(BaseStream.class)
                                && target.getName().equals("parallel"))
                        || (target.getOwner().isAssignableTo(Collection.class)
                                && target.getName().equals("parallelStream"));
            });

    @ArchTest
    static final ArchRule RESULTS_KNOW_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(RESULT_PACKAGES)
            .and()
            // The one use: an article from the future is refused. Its clock is given to it by the runner.
            .haveSimpleNameNotEndingWith("Runner")
            .should()
            .accessTargetWhere(CLOCK);

    @ArchTest
    static final ArchRule RESULTS_KNOW_NO_RANDOMNESS =
            noClasses().that().resideInAnyPackage(RESULT_PACKAGES).should().accessTargetWhere(RANDOMNESS);

    @ArchTest
    static final ArchRule RESULTS_KNOW_NO_HASH_ORDER =
            noClasses().that().resideInAnyPackage(RESULT_PACKAGES).should().accessTargetWhere(HASH_TABLE);

    @ArchTest
    static final ArchRule RESULTS_ARE_COMPUTED_ON_ONE_THREAD =
            noClasses().that().resideInAnyPackage(RESULT_PACKAGES).should().accessTargetWhere(THREADS);
}
