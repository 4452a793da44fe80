namespace RemoteSupport.BrowserTests.SupportContacts;

/// <summary>What the field says, by language; the messages are the reference's.</summary>
public sealed record FieldWords(string Label, string Invalid, string Required, string Save, string Add, string Saved, string Remove, string Removed, string Added)
{
    public static FieldWords In(string language) => language switch
    {
        "en" => new("Support Contacts", "Contains an invalid email", "Add at least one Support Contact", "Save", "Add", "The Support Contacts are saved.", "Remove {0}", "{0} removed", "{0} added"),
        "it" => new(
            "Contatti di supporto", "Contiene un'e-mail non valida", "È obbligatorio aggiungere almeno un Contatto di supporto", "Salva", "Aggiungi", "I Contatti di supporto sono stati salvati.",
            "Rimuovi {0}", "{0}: rimosso", "{0}: aggiunto"),
        "es" => new(
            "Contactos de soporte", "Contiene un correo electrónico no válido", "Es obligatorio agregar al menos un contacto de soporte", "Guardar", "Agregar", "Los Contactos de soporte se han guardado.",
            "Eliminar {0}", "{0}: eliminado", "{0}: agregado"),
        "de" => new(
            "Supportkontakte", "Enthält eine ungültige E-Mail", "Es muss mindestens ein Supportkontakt hinzugefügt werden", "Speichern", "Hinzufügen", "Die Supportkontakte sind gespeichert.",
            "{0} entfernen", "{0} entfernt", "{0} hinzugefügt"),
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };
}
