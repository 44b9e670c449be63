package eu.boucle.scancode;

/**
 * A drawn code: dark and light modules, without quiet zone. A linear code has height 1.
 *
 * @param rows one entry a row, one boolean a module, true is dark
 */
public record CodeMatrix(int width, int height, boolean[][] rows) {

    public boolean dark(int x, int y) {
        return rows[y][x];
    }
}
