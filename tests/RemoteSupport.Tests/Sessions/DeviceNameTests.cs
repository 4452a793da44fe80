using RemoteSupport.Features.Sessions;

namespace RemoteSupport.Tests.Sessions;

public sealed class DeviceNameTests
{
    [Theory, Trait("Behaviour", "AC-9")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36", "Chrome", "Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", "Edge", "Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15", "Safari", "Mac")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox", "Linux")]
    [InlineData("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36", "Chrome", "ChromeOS")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1", "Safari", "iPhone")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0.0.0 Mobile/15E148 Safari/604.1", "Chrome", "iPhone")]
    [InlineData("Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/145.0 Mobile/15E148 Safari/605.1.15", "Firefox", "iPad")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36", "Samsung Internet", "Android")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 OPR/125.0.0.0", "Opera", "Windows")]
    [InlineData("Mozilla/5.0 (compatible)", null, null)]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko", null, "Windows")]
    public void A_browser_is_named_with_its_system(string userAgent, string? program, string? system) =>
        Assert.Equal(new DeviceName(program, system), DeviceName.Read(userAgent));

    [Theory, Trait("Behaviour", "AC-9")]
    [InlineData("curl/8.5.0", "curl")]
    [InlineData("Ticket-Bridge/2.1 (+https://bridge.example)", "Ticket-Bridge")]
    [InlineData("python-requests/2.32.3", "python-requests")]
    [InlineData("inventory", "inventory")]
    [InlineData("", null)]
    [InlineData("<script>", null)]
    [InlineData("   ", null)]
    public void A_program_is_named_as_it_calls_itself(string userAgent, string? program) =>
        Assert.Equal(new DeviceName(program, null), DeviceName.Read(userAgent));

    [Fact, Trait("Behaviour", "AC-9")]
    public void However_long_a_name_is_only_its_beginning_is_shown() =>
        Assert.Equal(60, DeviceName.Read(new string('x', 500)).Program!.Length);
}
