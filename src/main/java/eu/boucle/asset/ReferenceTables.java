package eu.boucle.asset;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The reference rows that the register rests on, read from {@code reference/*.csv} at start. */
@Service
public class ReferenceTables {

    public List<EquipmentType> equipmentTypes() {
        throw new UnsupportedOperationException();
    }

    public Optional<EquipmentType> equipmentType(String key) {
        throw new UnsupportedOperationException();
    }

    public Optional<WasteCode> wasteCode(String code) {
        throw new UnsupportedOperationException();
    }

    public List<WasteCode> wasteCodes() {
        throw new UnsupportedOperationException();
    }
}
