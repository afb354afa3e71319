// Makes the replica set and the suite's user, once; safe to run again. Done when there is a primary that knows the user.
try {
  rs.status();
} catch (problem) {
  if (problem.codeName !== "NotYetInitialized") throw problem;
  rs.initiate({ _id: "throughcare", members: [{ _id: 0, host: "mongo:27017" }] });
}
while (!db.hello().isWritablePrimary) sleep(200);

// Databases are made per grantee while the suite runs, so its rights cannot name them. It may do all with their data and
// indexes, and nothing with the server, its users or the replica set.
const admin = db.getSiblingDB("admin");
const rights = { pwd: process.env.MONGODB_PASSWORD, roles: ["readWriteAnyDatabase", "dbAdminAnyDatabase"] };
if (admin.getUser("throughcare")) admin.updateUser("throughcare", rights);
else admin.createUser({ user: "throughcare", ...rights });
