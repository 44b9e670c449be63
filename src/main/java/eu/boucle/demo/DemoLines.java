package eu.boucle.demo;

import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.decommissioning.RequestLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Machines for the stories; every serial is invented. */
final class DemoLines {

    private DemoLines() {}

    static RequestLine server(String serial, String... disks) {
        return line(
                "server-rack", "Dell", "PowerEdge R640", serial, "22.4", MediumKind.HDD, MediumInterface.SAS, disks);
    }

    static RequestLine laptop(String serial, String disk) {
        return line("laptop", "Lenovo", "ThinkPad T480", serial, "1.7", MediumKind.SSD, MediumInterface.ATA, disk);
    }

    static RequestLine monitor(String serial) {
        return line("monitor", "Dell", "P2419H", serial, "5.6", MediumKind.HDD, MediumInterface.ATA);
    }

    private static RequestLine line(
            String type,
            String manufacturer,
            String model,
            String serial,
            String weight,
            MediumKind kind,
            MediumInterface attached,
            String... disks) {
        List<RequestLine.LineMedium> media = Stream.of(disks)
                .map(disk -> new RequestLine.LineMedium(kind, attached, disk, "", null))
                .toList();
        return new RequestLine(
                type, manufacturer, model, serial, 1, "", "2019", null, new BigDecimal(weight), media, null);
    }
}
