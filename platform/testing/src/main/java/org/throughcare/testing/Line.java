package org.throughcare.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A network on loopback that a test can break: connections made to its port go on to one of the servers behind it, each to the
 * next that takes it. {@link #stall} is a partition that nobody is told of, {@link #cut} one that everybody notices.
 */
public final class Line implements AutoCloseable {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int CHUNK = 16_384;

    private enum State {
        OPEN,
        STALLED,
        CUT
    }

    private final ServerSocket entrance;
    private final int[] servers;
    private final AtomicInteger next = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private State state = State.OPEN;

    /** @param servers ports on loopback */
    public Line(int... servers) {
        this.servers = Arrays.copyOf(servers, servers.length);
        try {
            entrance = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().name("line-" + port()).start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** The address of a server, taken through this line. */
    public String instead(String uri) {
        return uri.replaceFirst("(127\\.0\\.0\\.1|localhost):\\d+", "127.0.0.1:" + port());
    }

    /** Nothing passes either way, connections stay open, and new ones are taken: no end is told. */
    public void stall() {
        become(State.STALLED);
    }

    /** Every connection is reset, and so is each new one. */
    public void cut() {
        become(State.CUT);
        open.forEach(Line::reset);
    }

    /** All is well again; what a stall held up goes on. */
    public void mend() {
        become(State.OPEN);
    }

    private void become(State wanted) {
        lock.lock();
        try {
            state = wanted;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean passes() throws InterruptedException {
        lock.lock();
        try {
            while (state == State.STALLED) {
                changed.await();
            }
            return state == State.OPEN;
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket caller = entrance.accept();
                open.add(caller);
                Thread.ofVirtual().name("line-" + port()).start(() -> carry(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void carry(Socket caller) {
        try {
            if (!passes()) {
                reset(caller);
                return;
            }
            try (Socket server = connected()) {
                open.add(server);
                caller.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread back = Thread.ofVirtual().name("line-" + port()).start(() -> pump(server, caller));
                pump(caller, server);
                back.join();
                open.remove(server);
            }
            caller.close();
        } catch (IOException noServer) {
            reset(caller);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(caller);
        }
    }

    private Socket connected() throws IOException {
        IOException last = new IOException("no server");
        for (int tries = 0; tries < servers.length; tries++) {
            int port = servers[Math.floorMod(next.getAndIncrement(), servers.length)];
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
                return socket;
            } catch (IOException refused) {
                socket.close();
                last = refused;
            }
        }
        throw last;
    }

    private void pump(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (!passes()) {
                    break;
                }
                out.write(chunk, 0, read);
            }
            to.shutdownOutput();
        } catch (IOException broken) {
            reset(from);
            reset(to);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // That is what was wanted.
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        cut();
    }
}
