using Microsoft.Extensions.Localization;
using RemoteSupport.Platform.Localization;

namespace RemoteSupport.Platform.Tests.Localization;

/// <summary>Localizers over PO texts written in a test, and over the product's own files.</summary>
internal static class Texts
{
    public static PoLocalizerFactory Factory(params (string Culture, string Po)[] files) =>
        new(new PoCatalogues(files.ToDictionary(file => file.Culture, file => PoFile.Parse(file.Culture, file.Po))));

    public static IStringLocalizer Product { get; } = new PoLocalizerFactory(PoCatalogues.Load(Locales())).CreatePlain();

    public static SupportedLanguage Language(string code) => Languages.Find([.. Languages.All, Languages.Pseudo], code)!;

    private static string Locales()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RemoteSupport.sln")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "resources", "locales");
    }
}
