/** Step 3, by article: joins analyses with what the desks say and works out what an article adds to its topics. */
package io.vestnik.streams.placement;
