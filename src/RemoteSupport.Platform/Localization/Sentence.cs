namespace RemoteSupport.Platform.Localization;

/// <summary>Marks an English sentence that travels as data and is localized where it is shown, so that the catalogues' test finds it.</summary>
public static class Sentence
{
    /// <summary>The sentence itself.</summary>
    public static string Of(string english) => english;
}
