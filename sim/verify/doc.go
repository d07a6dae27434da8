// Package verify holds the model against what is known: results of bargaining theory
// that have an exact answer, a published table, and facts about mediation on record.
//
// A check plays scenario files through the engine, the parties and the mediators that
// everybody uses, and sets what comes out beside what theory or data say. It holds no
// model of its own: where a check needs a player that plays an equilibrium, the player
// stands in the catalog, and what the files say of the setting is read from the files.
// What single checks of facts take beside the case they are looked for in stands in files
// of its own, in the folder `facts` below the scenarios. What is expected stands in the check, with its source, never in the file: a file that
// says something else makes its check fail.
//
// It must not touch disk: whoever calls it lends a function that opens a file.
package verify
