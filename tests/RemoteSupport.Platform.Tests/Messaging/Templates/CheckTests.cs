using RemoteSupport.Platform.Messaging.Templates;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Templates;

[Trait("Behaviour", "MT-2")]
public sealed class CheckTests
{
    private static readonly ModelShape Shape = ModelShape.Of<Sample>();

    [Theory]
    [InlineData("{{ first_name }}{{ device.name }}{{ content }}{{ for d in devices }}{{ d.name }}{{ d.online }}{{ end }}")]
    [InlineData("{{ for t in tags }}{{ t }}{{ end }}{{ if tags && device && note == first_name }}{{ end }}")]
    [InlineData("Hi {{ frist_name }}", "1:7 unknown_variable frist_name")]
    [InlineData("{{ device.nam }}\n{{ first_name.x }}", "1:4 unknown_variable device.nam", "2:4 unknown_variable first_name.x")]
    [InlineData("{{ if a == b && !c }}{{ else if d }}{{ end }}", "1:7 unknown_variable a", "1:12 unknown_variable b", "1:18 unknown_variable c", "1:33 unknown_variable d")]
    [InlineData("{{ for d in devices }}{{ d.nam }}{{ end }}{{ d }}", "1:26 unknown_variable d.nam", "1:46 unknown_variable d")]
    [InlineData("{{ for d in device }}{{ d }}{{ end }}", "1:13 not_a_list device")]
    [InlineData("{{ for d in devises }}{{ d.name }}{{ end }}", "1:13 unknown_variable devises")]
    [InlineData("{{ devices }}{{ device | string.upcase }}", "1:4 not_text devices", "1:17 not_text device")]
    public void Unknown_and_misused_variables_are_found_with_their_place(string source, params string[] faults) =>
        Assert.Equal(faults, Shown(Sample.Parsed(source).Check(Shape)));

    [Theory]
    [InlineData("{{ first_name }}", true)]
    [InlineData("{{ if is_new }}{{ first_name }}{{ else }}Dear {{ first_name }}{{ end }}", true)]
    [InlineData("{{ if is_new }}{{ first_name }}{{ end }}", false)]
    [InlineData("{{ if is_new }}{{ first_name }}{{ else if is_old }}{{ first_name }}{{ else }}none{{ end }}", false)]
    [InlineData("{{ for t in tags }}{{ first_name }}{{ end }}", false)]
    [InlineData("{{ if first_name }}x{{ end }}", false)]
    [InlineData("{{ first_name | string.upcase }}", false)]
    [InlineData("{{ # first_name }}first_name", false)]
    public void A_compulsory_variable_is_written_on_every_way_through(string source, bool isWritten)
    {
        var faults = Shown(Sample.Parsed(source).Check(Shape, ["first_name"]));

        Assert.Equal(isWritten ? [] : ["1:1 missing_variable first_name"], faults);
    }

    private static IEnumerable<string> Shown(IReadOnlyList<TemplateFault> faults) =>
        faults.Select(fault => $"{fault.Line}:{fault.Column} {fault.Code} {fault.Arguments[0]}");
}
