// Makes the replica set, once; safe to run again. Done when it has a primary.
try {
  rs.status();
} catch (problem) {
  if (problem.codeName !== "NotYetInitialized") throw problem;
  rs.initiate({ _id: "throughcare", members: [{ _id: 0, host: "mongo:27017" }] });
}
while (!db.hello().isWritablePrimary) sleep(200);
